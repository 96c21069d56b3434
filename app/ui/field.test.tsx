import { renderToStaticMarkup as html } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { CheckboxField } from "./checkbox-field";
import { ErrorSummary } from "./error-summary";
import { LevelRadioField } from "./level-radio-field";
import { RadioField } from "./radio-field";
import { TextArea } from "./text-area";
import { TextField } from "./text-field";

describe("a field", () => {
  it("ties its label, hint and error to the control", () => {
    const markup = html(<TextField name="title" label="Judul" hint="Singkat." error={["Tulis judul."]} />);
    expect(markup).toContain('<label for="field-title"');
    expect(markup).toContain('aria-describedby="field-title-hint field-title-error"');
    expect(markup).toContain('aria-invalid="true"');
    expect(markup).toMatch(/id="field-title-hint"[^>]*>Singkat\./);
    expect(markup).toMatch(/id="field-title-error".*Tulis judul\./);
  });

  it("without hint and error refers to neither", () => {
    const markup = html(<TextField name="title" label="Judul" />);
    expect(markup).not.toContain("aria-describedby");
    expect(markup).not.toContain("aria-invalid");
  });

  it("marks what is optional in words and stars nothing", () => {
    expect(html(<TextField name="a" label="Catatan" required={false} />)).toContain("(opsional)");
    const required = html(<TextField name="a" label="Catatan" />);
    expect(required).not.toMatch(/opsional|\*/);
    expect(required).toContain('aria-required="true"');
  });

  it("keeps what was typed", () => {
    expect(html(<TextField name="a" label="Nama" defaultValue="PT Contoh" />)).toContain('value="PT Contoh"');
    expect(html(<TextArea name="a" label="Alasan" defaultValue="Karena" />)).toContain(">Karena</textarea>");
  });

  it("says its limit in the reader's numbers", () => {
    expect(html(<TextArea name="a" label="Alasan" maxCharacters={4000} />)).toContain("4.000");
  });
});

describe("a choice", () => {
  const options = [
    { value: "a", label: "Satu" },
    { value: "b", label: "Dua", hint: "Lebih." },
  ];

  it("gives its first control the id that the error summary links to", () => {
    const group = html(<RadioField name="kind" label="Jenis" options={options} error={["Pilih satu."]} />);
    expect(group).toMatch(/<input[^>]* id="field-kind"[^>]* value="a"/);
    expect(group).toMatch(/<fieldset[^>]*aria-describedby="field-kind-error"/);
    expect(html(<ErrorSummary errors={{ kind: ["Pilih satu."] }} />)).toContain('href="#field-kind"');
  });

  it("is checked where it was chosen before", () => {
    const group = html(<RadioField name="kind" label="Jenis" options={options} defaultValue="b" />);
    expect(group.match(/checked=""/g)).toHaveLength(1);
    expect(group).toMatch(/checked="" value="b"|value="b"[^>]*checked=""/);
  });

  it("is a box with its own label where it stands alone", () => {
    const box = html(<CheckboxField name="ok" label="Setuju" />);
    expect(box).toMatch(/type="checkbox".*<label for="field-ok">Setuju/);
  });
});

describe("the levels as cards", () => {
  const options = ["Awal", "Tumbuh", "Mapan"].map((name, index) => ({
    level: index + 1,
    name,
    descriptor: `Uraian ${index + 1}`,
  }));

  it("show number, name and descriptor of every level and keep the chosen one", () => {
    const cards = html(<LevelRadioField name="level" label="Level" options={options} defaultValue={2} />);
    for (const { name, descriptor } of options) {
      expect(cards).toContain(name);
      expect(cards).toContain(descriptor);
    }
    expect(cards).toMatch(/value="2"[^>]*checked=""|checked=""[^>]*value="2"/);
  });

  it("set the answer that is no level apart, under the same name", () => {
    const apart = { value: "cannot", label: "Tidak dapat menilai", checked: true };
    const cards = html(<LevelRadioField name="level" label="Level" options={options} apart={apart} />);
    expect(cards.match(/name="level"/g)).toHaveLength(4);
    expect(cards.match(/checked=""/g)).toHaveLength(1);
  });
});

describe("the error summary", () => {
  it("is not there without errors", () => {
    expect(html(<ErrorSummary errors={{ title: undefined, note: [] }} />)).toBe("");
    expect(html(<ErrorSummary errors={null} />)).toBe("");
  });
});
