import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { refuseOdd } from "./odd-request";

let server: Server;
beforeAll(async () => {
  server = createServer((request, response) => {
    if (!refuseOdd(request, response)) response.end("served");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** What comes back for a request line, sent as it is. */
async function answerTo(line: string): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  socket.write(`${line} HTTP/1.1\r\nHost: selaras.test\r\nX-Secret: dahlia\r\nConnection: close\r\n\r\n`);
  return text(socket);
}

it("does not echo a request", async () => {
  const answer = await answerTo("TRACE /");
  expect(answer).toMatch(/^HTTP\/1\.1 405 /);
  expect(answer).not.toContain("dahlia");
});

it.each(["GET http://other.example/companies", "OPTIONS *", "GET http://"])("takes no %s", async (line) => {
  expect(await answerTo(line)).toMatch(/^HTTP\/1\.1 400 /);
});

it.each(["GET /", "GET //other.example/", "HEAD /livez", "POST /sign-in"])("passes %s on", async (line) => {
  expect(await answerTo(line)).toMatch(/^HTTP\/1\.1 200 /);
});
