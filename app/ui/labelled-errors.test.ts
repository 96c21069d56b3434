import { expect, it } from "vitest";
import { labelledErrors } from "./labelled-errors";

it("names the field of each message, and leaves those of the whole form as they are", () => {
  const errors = {
    "": ["Sudah ditutup."],
    name: ["Isi bagian ini"],
    size: ["Pilih salah satu"],
    other: null,
  };
  expect(labelledErrors(errors, { name: "Nama", size: "Ukuran" })).toEqual({
    "": ["Sudah ditutup."],
    name: ["Nama: Isi bagian ini"],
    size: ["Ukuran: Pilih salah satu"],
    other: null,
  });
  expect(labelledErrors(undefined, {})).toBeUndefined();
});
