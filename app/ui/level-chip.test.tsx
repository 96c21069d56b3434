import { renderToStaticMarkup as html } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { LevelChip, LevelSquare } from "./level-chip";

const text = (markup: string) => markup.replaceAll(/<[^>]*>/g, "");

describe("a level", () => {
  it("is a number and a name, not a colour alone", () => {
    expect(text(html(<LevelChip level={3} levels={5} name="Cross-channel" />))).toBe("3Cross-channel");
  });

  it("keeps its name for those who hear the page where only the square is drawn", () => {
    expect(text(html(<LevelSquare level={2} levels={4} name="Tumbuh" />))).toBe("2 Tumbuh");
  });

  it("without a result says so and is no level", () => {
    const chip = html(<LevelChip level={null} levels={5} />);
    expect(text(chip)).toBe("–Belum ada hasil");
    expect(chip).toContain("level-step-none");
    expect(text(html(<LevelChip level={null} levels={5} name="Di bawah kuorum" />))).toBe("–Di bawah kuorum");
  });
});
