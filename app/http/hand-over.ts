import type { EntryContext } from "@remix-run/node";

const UNSAFE: Record<string, string> = {
  "&": "\\u0026",
  ">": "\\u003e",
  "<": "\\u003c",
  "\u2028": "\\u2028",
  "\u2029": "\\u2029",
};
const asScript = (value: string) =>
  JSON.stringify(value).replace(/[&><\u2028\u2029]/g, (c) => UNSAFE[c] ?? c);

/**
 * The script that hands the loaders' data over to the browser. Remix draws it as parts that React waits for, one after
 * another; here everything is there before anything is drawn, so that React can write the page as one text.
 */
export async function handOver(
  stream: NonNullable<EntryContext["serverHandoffStream"]>,
  nonce: string,
): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>)
    text += decoder.decode(chunk, { stream: true });
  const controller = "window.__remixContext.streamController";
  return `<script nonce="${nonce}">${controller}.enqueue(${asScript(text)});${controller}.close();</script>`;
}
