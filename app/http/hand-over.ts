import type { EntryContext } from "@remix-run/node";
import { scriptText } from "./script-text";

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
  return `<script nonce="${nonce}">${controller}.enqueue(${scriptText(text)});${controller}.close();</script>`;
}
