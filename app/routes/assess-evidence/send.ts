/** What became of a form that was sent: where to go, or what is wrong; null where no answer came. */
export type Answer = { to: string } | { errors: Record<string, string[]> } | null;

/**
 * Sends a form with a file and tells how much of it has left, 0 to 1: what `fetch` cannot tell. Whatever happens, the
 * page stays, and the file stays chosen.
 */
export function send(url: string, body: FormData, progress: (share: number) => void): Promise<Answer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
    request.onloadend = () => resolve(isAnswer(request.response) ? request.response : null);
    request.responseType = "json";
    request.open("POST", url);
    request.send(body);
  });
}

function isAnswer(response: unknown): response is Answer {
  return typeof response === "object" && response !== null && ("to" in response || "errors" in response);
}
