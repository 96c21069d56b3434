import type { SentFile } from "~/use-cases/evidence-file-type";

/** A file that a form brought; null where none was chosen, for which browsers send one without a name. */
export async function sentFile(form: FormData, field = "file"): Promise<SentFile | null> {
  const file = form.get(field);
  if (!(file instanceof File) || file.name === "") return null;
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
