/** What the consultant asks the assessor, as the server has drawn it; nothing without a question. */
export function OwnQuestions({ html }: { html: string }) {
  if (html === "") return null;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by React on the server, which escapes every text
  return <div className="mb-8" dangerouslySetInnerHTML={{ __html: html }} />;
}
