import { m } from "~/i18n/messages";
import { checkStateName } from "~/report/words/check";
import { DataTable } from "~/ui/data-table";
import { LevelChip } from "~/ui/level-chip";
import { StatusTag, type StatusTone } from "~/ui/status-tag";
import type { CheckedFunction, CheckState, PublicationCheck } from "~/use-cases/read-check";
import { GivenAnswers } from "./given-answers";

const TONES: Record<CheckState, StatusTone> = {
  confirmed: "done",
  disputed: "attention",
  unanswered: "neutral",
};

/** The state of every function and, for readers who may see them, how many said so and what they wrote. */
export function CheckResults({ check }: { check: PublicationCheck }) {
  const { functions, levels } = check;
  const counted = functions.some(({ given }) => given !== null);
  return (
    <>
      <DataTable caption={m.check_table()} captionHidden>
        <thead>
          <tr>
            <th scope="col">{m.check_function()}</th>
            <th scope="col">{m.check_state()}</th>
            <th scope="col">{m.check_level()}</th>
            {counted ? (
              <>
                <th scope="col" className="num">
                  {m.check_confirmed_count()}
                </th>
                <th scope="col" className="num">
                  {m.check_disputed_count()}
                </th>
              </>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {functions.map((fn) => (
            <Row key={fn.key} fn={fn} levels={levels} />
          ))}
        </tbody>
      </DataTable>
      <Comments functions={functions} />
    </>
  );
}

function Row({ fn, levels }: { fn: CheckedFunction; levels: number }) {
  const { name, level, levelName, state, given } = fn;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <StatusTag tone={TONES[state]}>{checkStateName(state)}</StatusTag>
      </td>
      <td>
        <LevelChip level={level} levels={levels} name={levelName} size="small" />
      </td>
      {given ? (
        <>
          <td className="num">{given.confirmed}</td>
          <td className="num">{given.disputed}</td>
        </>
      ) : null}
    </tr>
  );
}

function Comments({ functions }: { functions: CheckedFunction[] }) {
  const commented = functions.flatMap(({ key, name, given }) => {
    const answers = given?.answers.filter(({ comment }) => comment !== "") ?? [];
    return answers.length > 0 ? [{ key, name, answers }] : [];
  });
  if (commented.length === 0) return null;
  return (
    <div className="mt-6 grid gap-5">
      <h3 className="text-lg">{m.check_comments()}</h3>
      {commented.map(({ key, name, answers }) => (
        <div key={key}>
          <h4 className="mb-2 text-base">{name}</h4>
          <GivenAnswers answers={answers} />
        </div>
      ))}
    </div>
  );
}
