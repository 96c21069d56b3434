import { m } from "~/i18n/messages";
import { groupName, nameOfLevel } from "~/report/words";
import { Disclosure } from "~/ui/disclosure";
import { LevelChip } from "~/ui/level-chip";
import type { FunctionProps } from "./function-section";
import { RemarkText } from "./remark-text";

type Group = FunctionProps["fn"]["groups"][number];

/** What the panel wrote, by perspective, without names and in no order of persons. */
export function Voices({ fn, report }: FunctionProps) {
  const { groups, evidence, apart, differs, calibration } = fn;
  const count = groups.reduce((sum, { rationales }) => sum + rationales.length, 0);
  if (groups.length === 0) {
    return <p className="text-ink-muted">{m.report_voices_withheld({ minimum: report.minimumGroup })}</p>;
  }
  return (
    <Disclosure summary={m.report_voices()} count={count} className="report-voices">
      {differs && apart ? <p className="mb-4">{m.report_voices_apart({ apart })}</p> : null}
      {count === 0 ? <p className="text-ink-muted">{m.report_voices_none()}</p> : null}
      <div className="report-voice-list">
        {groups.map((group) => (
          <Voice key={group.perspectives.join()} group={group} groups={groups.length} report={report} />
        ))}
        {evidence.length > 0 ? (
          <div>
            <h4>{m.report_evidence()}</h4>
            <ul className="report-evidence">
              {evidence.map((remark, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two people may note the same; never reordered
                <li key={index}>
                  <RemarkText remark={remark} />
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        {calibration && calibration.contradicted > 0 ? (
          <p className="text-ink-muted">{m.report_calibration(calibration)}</p>
        ) : null}
      </div>
    </Disclosure>
  );
}

function Voice({ group, groups, report }: { group: Group; groups: number; report: FunctionProps["report"] }) {
  const { levels } = report;
  if (group.rationales.length === 0 && groups === 1) return null;
  return (
    <div>
      <div className="report-voice-head">
        <h4>
          {m.report_group_judgments({ perspectives: groupName(group.perspectives, groups), n: group.n })}
        </h4>
        {groups > 1 ? (
          <LevelChip
            level={group.level}
            levels={levels.length}
            name={nameOfLevel(levels, group.level)}
            size="small"
          />
        ) : null}
      </div>
      {group.rationales.map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two people may write the same; never reordered
        <blockquote key={index} className="report-quote">
          {text}
        </blockquote>
      ))}
    </div>
  );
}
