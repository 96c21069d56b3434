import { describe, expect, it } from "vitest";
import { errorItems, fieldId } from "./form-errors";

describe("the lines of an error summary", () => {
  it("link to the first control of each field, in order", () => {
    const items = errorItems({ title: ["Tulis judul."], asOf: ["Pilih tanggal.", "Tanggal sudah lewat."] });
    expect(items.map((item) => [item.href, item.message])).toEqual([
      ["#field-title", "Tulis judul."],
      ["#field-asOf", "Pilih tanggal."],
      ["#field-asOf", "Tanggal sudah lewat."],
    ]);
  });

  it("leave out fields without errors, and have no link for the form as a whole", () => {
    expect(errorItems({ "": ["Sudah ditutup."], name: undefined, mail: null, note: [] })).toEqual([
      { key: "-0", message: "Sudah ditutup.", href: null },
    ]);
  });

  it("make a safe id of a nested name", () => {
    expect(fieldId("members[0].email")).toBe("field-members-0-email");
  });
});
