import { m } from "~/i18n/messages";
import { groupName, nameOfLevel, perspectiveName } from "~/report/words";
import { missingReading } from "~/report/words/method";
import { sensitivityLines } from "~/report/words/sensitivity";
import { tellsPerspectivesApart, triangulationReading } from "~/report/words/triangulation";
import type { Report } from "~/use-cases/read-report";
import { BODY, BODY_MUTED, INK, SMALL } from "../look";
import { chapter, drawChip, list, squareSide } from "../parts";
import type { Sheet } from "../sheet";
import { type Cell, numberCell, table, textCell } from "../table";

type ReportFunction = Report["functions"][number];

/** The same function as each group of the panel sees it. */
export async function perspectives(sheet: Sheet, report: Report): Promise<void> {
  const { functions, levels, minimumGroup } = report;
  const lead = m.report_triangulation_lead({ minimum: minimumGroup });
  await chapter(sheet, { id: "perspectives", title: m.report_triangulation_title(), lead }, async () => {
    sheet.text(triangulationReading(report), BODY, { after: 10 });
    if (!tellsPerspectivesApart(report)) return;
    await table(sheet, {
      caption: m.report_triangulation_caption(),
      levels: levels.length,
      columns: [
        { title: m.report_change_function(), share: 1 },
        { title: m.report_triangulation_groups(), share: 2.3 },
        { title: m.report_triangulation_apart(), align: "right" },
      ],
      rows: functions.map((fn) => [
        textCell(fn.name, { weight: 600, colour: INK }),
        fn.groups.length > 1 ? groupsCell(fn, report) : textCell(m.report_triangulation_together()),
        numberCell(fn.apart === null ? "–" : String(fn.apart)),
      ]),
    });
  });
}

const GROUP = { ...SMALL, size: 8.5 };
const ROW = squareSide(GROUP.size) + 4;

/** Every group with its level, one below the other. */
function groupsCell({ groups }: ReportFunction, { levels }: Report): Cell {
  const words = groups.map(({ perspectives: some, n }) =>
    // The count stays on one line.
    m
      .report_group_judgments({ perspectives: groupName(some, groups.length), n })
      .replace(" = ", "\u00a0=\u00a0"),
  );
  const heights = (sheet: Sheet, width: number) =>
    words.map((text) => Math.max(ROW, sheet.heightOf(text, GROUP, width * 0.6 - 8) + 2));
  return {
    wish: 0,
    height: (sheet, width) => heights(sheet, width).reduce((sum, height) => sum + height, 0),
    draw(sheet, x, top, width) {
      let y = top;
      for (const [index, height] of heights(sheet, width).entries()) {
        const level = groups[index]?.level ?? null;
        const name = nameOfLevel(levels, level) ?? m.level_none();
        sheet.textAt(words[index] ?? "", GROUP, x, y + 1, width * 0.6 - 8);
        const place = { x: x + width * 0.6, top: y, width: width * 0.4 };
        drawChip(sheet, level, { levels: levels.length, name, style: GROUP }, place);
        y += height;
      }
    },
  };
}

/** Which levels hang on one person, or on how the judgments are weighed; names nobody. */
export async function sensitivity(sheet: Sheet, report: Report): Promise<void> {
  const lead = m.report_sensitivity_lead({ members: report.sensitivity.members });
  const head = { id: "sensitivity", title: m.report_sensitivity_title(), lead, keep: 60 };
  await chapter(sheet, head, () => list(sheet, sensitivityLines(report)));
}

/** Who judged, in numbers only. */
export async function panel(sheet: Sheet, report: Report): Promise<void> {
  const { panel: members, assessment, levels } = report;
  const lead = m.report_panel_lead({ ...members, quorum: assessment.quorum });
  await chapter(sheet, { id: "panel", title: m.report_panel_title(), lead, keep: 120 }, async () => {
    await table(sheet, {
      caption: m.report_panel_caption(),
      levels: levels.length,
      width: 220,
      columns: [
        { title: m.report_panel_perspective(), share: 1 },
        { title: m.report_panel_members(), align: "right" },
      ],
      rows: members.perspectives.map(({ perspective, members: count }) => [
        textCell(perspectiveName(perspective), { weight: 600, colour: INK }),
        numberCell(String(count)),
      ]),
    });
    sheet.space(8);
    sheet.text(missingReading(report), BODY_MUTED);
  });
}
