import { m } from "~/i18n/messages";
import { confidenceWord, reasonWord } from "~/routes/assess-layout/words";
import { ButtonLink } from "~/ui/button";
import { LevelChip } from "~/ui/level-chip";
import { StatusTag } from "~/ui/status-tag";
import type { DeskFunction, DeskVoice } from "./desk-view.server";
import { Questions } from "./questions";
import { whoSaid } from "./words";

type VoicesProps = {
  /** Of the assessment. */
  id: string;
  open: boolean;
  fn: DeskFunction;
  names: string[];
};

/** What everybody says, side by side: one column for each level somebody chose, and one for those who chose none. */
export function Voices({ id, open, fn, names }: VoicesProps) {
  const chosen = [...new Set(fn.voices.map(({ level }) => level))];
  return (
    <div className="grid gap-x-8 gap-y-10 md:grid-cols-[repeat(auto-fit,minmax(15rem,1fr))]">
      {chosen.map((level) => (
        <div key={level ?? "none"} className="min-w-0">
          <h3 className="flex min-h-9 flex-wrap items-center justify-between gap-x-3 gap-y-1 border-b border-line-strong pb-2 text-base">
            {level === null ? (
              <span className="font-semibold">{m.desk_no_level()}</span>
            ) : (
              <LevelChip level={level} levels={names.length} name={names[level - 1]} size="small" />
            )}
            {level !== null && level === fn.median ? (
              <span className="text-sm font-normal text-ink-muted">{m.desk_median_here()}</span>
            ) : null}
          </h3>
          <ul>
            {fn.voices
              .filter((voice) => voice.level === level)
              .map((voice) => (
                <li key={voice.memberId} className="border-b border-line py-4">
                  <VoiceBlock id={id} open={open} fn={fn} voice={voice} />
                </li>
              ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

type VoiceBlockProps = Pick<VoicesProps, "id" | "open" | "fn"> & { voice: DeskVoice };

function VoiceBlock({ id, open, fn, voice }: VoiceBlockProps) {
  const far = voice.apart !== null;
  const asked = voice.questions.length > 0;
  return (
    <div className={far ? "grid gap-2 border-l-4 border-attention-line pl-3" : "grid gap-2"}>
      <p className="font-semibold">{whoSaid(voice)}</p>
      <VoiceText voice={voice} />
      <Questions questions={voice.questions} />
      {open ? (
        <p>
          <ButtonLink
            href={`/assessments/${id}/disagreement/${fn.key}/${voice.memberId}`}
            variant={far && !asked ? "secondary" : "quiet"}
            size="small"
            className={far && !asked ? undefined : "-ml-2.5"}
          >
            {asked ? m.desk_ask_again() : m.desk_ask()}{" "}
            <span className="sr-only">{m.desk_ask_whom({ name: voice.name, fn: fn.name })}</span>
          </ButtonLink>
        </p>
      ) : null}
    </div>
  );
}

/** How far the judgment is from the others, how sure it is, and the reason given. */
export function VoiceText({ voice }: { voice: DeskVoice }) {
  const { apart, confidence, cannotJudge, rationale } = voice;
  return (
    <>
      {apart === null ? null : (
        <p>
          <StatusTag tone="attention">
            {apart > 0 ? m.desk_above({ count: apart }) : m.desk_below({ count: -apart })}
          </StatusTag>
        </p>
      )}
      {cannotJudge ? <p>{reasonWord(cannotJudge)}</p> : null}
      {rationale ? (
        <p className="max-w-measure whitespace-pre-line [overflow-wrap:anywhere]">{rationale}</p>
      ) : (
        <p className="text-ink-muted">{m.desk_no_reason()}</p>
      )}
      {confidence === null ? null : (
        <p className="text-sm text-ink-muted">
          {m.assess_confidence_given({ confidence: confidenceWord(confidence) })}
        </p>
      )}
    </>
  );
}
