import type { ReactNode } from "react";
import { m } from "~/i18n/messages";
import { checkStateName, informantsText } from "~/report/words/check";
import { DataTable } from "~/ui/data-table";
import { LevelChip } from "~/ui/level-chip";
import { StatusTag, type StatusTone } from "~/ui/status-tag";
import type { CheckedFunction, CheckState, GivenAnswer, LevelCheck } from "~/use-cases/read-check";
import { GivenAnswers } from "./given-answers";

const TONES: Record<CheckState, StatusTone> = {
  confirmed: "done",
  disputed: "attention",
  unanswered: "neutral",
};

/** The state of every function and, for readers who may see them, how many said so and what they wrote. */
export function CheckResults({ check }: { check: LevelCheck }) {
  const { functions, levels } = check;
  const counted = functions.some(({ given }) => given !== null);
  const asked = functions.some(({ informants }) => informants !== null);
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
            {asked ? <th scope="col">{m.check_informants()}</th> : null}
          </tr>
        </thead>
        <tbody>
          {functions.map((fn) => (
            <Row key={fn.key} {...{ fn, levels, asked }} />
          ))}
        </tbody>
      </DataTable>
      <Comments functions={functions} />
      <InformantComments functions={functions} />
      <EarlierLevels functions={functions} levels={levels} />
    </>
  );
}

function Row({ fn, levels, asked }: { fn: CheckedFunction; levels: number; asked: boolean }) {
  const { name, level, levelName, state, checkedBefore, given, informants } = fn;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <StatusTag tone={TONES[state]}>{checkStateName(state)}</StatusTag>
        {checkedBefore ? <span className="mt-1 block text-sm text-ink-muted">{m.check_before()}</span> : null}
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
      {asked ? <td>{informants ? informantsText(informants) : <span aria-hidden="true">–</span>}</td> : null}
    </tr>
  );
}

function Comments({ functions }: { functions: CheckedFunction[] }) {
  const said = functions.map(({ key, name, given }) => ({ key, name, answers: given?.answers ?? [] }));
  return <CommentList title={m.check_comments()} said={said} />;
}

function InformantComments({ functions }: { functions: CheckedFunction[] }) {
  const said = functions.map(({ key, name, informants }) => ({
    ...{ key, name, answers: informants?.answers ?? [] },
  }));
  return <CommentList title={m.check_informants_comments()} said={said} />;
}

type Said = { key: string; name: string; answers: GivenAnswer[] };

function CommentList({ title, said }: { title: string; said: Said[] }) {
  const commented = said
    .map((one) => ({ ...one, answers: one.answers.filter(({ comment }) => comment !== "") }))
    .filter(({ answers }) => answers.length > 0);
  if (commented.length === 0) return null;
  return (
    <div className="mt-6 grid gap-5">
      <h3 className="text-lg">{title}</h3>
      {commented.map(({ key, name, answers }) => (
        <div key={key}>
          <h4 className="mb-2 text-base">{name}</h4>
          <GivenAnswers answers={answers} />
        </div>
      ))}
    </div>
  );
}

/** What was said to a level that the function no longer has. */
function EarlierLevels({ functions, levels }: { functions: CheckedFunction[]; levels: number }) {
  const changed = functions.flatMap(({ key, name, earlier }) => (earlier ? [{ key, name, earlier }] : []));
  if (changed.length === 0) return null;
  return (
    <div className="mt-6 grid gap-5">
      <div>
        <h3 className="text-lg">{m.check_earlier_level()}</h3>
        <p className="max-w-measure text-ink-muted">{m.check_earlier_level_note()}</p>
      </div>
      {changed.map(({ key, name, earlier: { level, levelName, state, given, informants } }) => (
        <div key={key} className="grid gap-2">
          <h4 className="text-base">{name}</h4>
          <p className="flex flex-wrap items-center gap-x-5 gap-y-1">
            <LevelChip level={level} levels={levels} name={levelName} size="small" />
            <EarlierState unanswered={state === "unanswered"}>
              {given ? m.check_earlier_level_counts(given) : checkStateName(state)}
            </EarlierState>
            {informants ? <span>{informantsText(informants)}</span> : null}
          </p>
          {given || informants?.answers ? (
            <GivenAnswers answers={[...(given?.answers ?? []), ...(informants?.answers ?? [])]} />
          ) : null}
        </div>
      ))}
    </div>
  );
}

/** Nothing where no manager but only informants had answered. */
function EarlierState({ unanswered, children }: { unanswered: boolean; children: ReactNode }) {
  return unanswered ? null : <span>{children}</span>;
}
