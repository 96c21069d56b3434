import { formatList } from "~/i18n/format-number";
import { m } from "~/i18n/messages";
import { levelLabel, nameOfLevel } from "~/report/words";
import { changeDates, changeRows } from "~/report/words/change";
import { checkCounts, checkStateName, informantsText } from "~/report/words/check";
import type { LevelCheck } from "~/use-cases/read-check";
import type { Report } from "~/use-cases/read-report";
import { BODY, INK } from "../look";
import { chapter } from "../parts";
import type { Sheet } from "../sheet";
import { drawTag, type Status, TAG_HEIGHT, tagWidth } from "../status";
import { type Cell, levelCell, numberCell, type TableInput, table, textCell } from "../table";

/** Each function before and now. */
export async function change(sheet: Sheet, report: Report): Promise<void> {
  const { previous, levels } = report;
  if (!previous) return;
  const { before, now } = changeDates(report);
  const level = (value: number | null) =>
    levelCell(value, levels.length, nameOfLevel(levels, value) ?? levelLabel(levels, value));
  const head = {
    id: "change",
    title: m.report_change_title({ date: before }),
    lead: m.report_change_lead({ title: previous.title }),
  };
  await chapter(sheet, head, () =>
    table(sheet, {
      caption: m.report_change_caption(),
      levels: levels.length,
      columns: [
        { title: m.report_change_function(), share: 1.3 },
        { title: before, share: 1 },
        { title: now, share: 1 },
        { title: m.report_change_difference(), align: "right" },
      ],
      rows: changeRows(report).map((row) => [
        textCell(row.name, { weight: 600, colour: INK }),
        level(row.before),
        level(row.now),
        numberCell(row.difference, { weight: 600, colour: INK }),
      ]),
    }),
  );
}

/** What the company itself says to the levels: the state only, whoever has the file. */
export async function check(sheet: Sheet, report: Report): Promise<void> {
  const { check: asked } = report;
  if (!asked) return;
  const answered = asked.functions.some(({ state }) => state !== "unanswered");
  const head = { id: "check", title: m.check_tab(), lead: m.check_report_lead() };
  await chapter(sheet, head, async () => {
    sheet.text(answered ? checkCounts(asked) : m.check_none_yet(), BODY, { after: 10 });
    const insiders = asked.functions.some(({ informants }) => informants !== null);
    if (answered || insiders) await table(sheet, checkTable(asked, insiders));
    const before = asked.functions.filter(({ checkedBefore }) => checkedBefore).map(({ name }) => name);
    if (before.length > 0) {
      sheet.text(`${m.check_before_note()} ${formatList(before)}.`, BODY, { after: 4 });
    }
    for (const { name, earlier } of asked.functions) {
      if (!earlier) continue;
      const said = `${earlier.levelName}, ${checkStateName(earlier.state)}`;
      sheet.text(`${m.check_earlier_level()}: ${name} (${said}).`, BODY, { after: 4 });
    }
  });
}

function checkTable({ functions, levels }: LevelCheck, insiders: boolean): TableInput {
  return {
    caption: m.check_table(),
    levels,
    columns: [
      { title: m.check_function(), share: 1.2 },
      { title: m.check_state() },
      { title: m.check_level(), share: 1 },
      ...(insiders ? [{ title: m.check_informants(), share: 1 }] : []),
    ],
    rows: functions.map(({ name, state, level, levelName, informants }) => [
      textCell(name, { weight: 600, colour: INK }),
      statusCell(checkStateName(state), state),
      levelCell(level, levels, levelName),
      ...(insiders ? [textCell(informants ? informantsText(informants) : "–")] : []),
    ]),
  };
}

function statusCell(label: string, status: Status): Cell {
  return {
    wish: tagWidth(label),
    height: () => TAG_HEIGHT,
    draw: (sheet, x, top) => drawTag(sheet, label, status, x, top),
  };
}
