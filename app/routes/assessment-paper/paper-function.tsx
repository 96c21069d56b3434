import { m } from "~/i18n/messages";
import { answerWord, confidenceWord, reasonWord } from "~/routes/assess-layout/words";
import { CANNOT_JUDGE, CONFIDENCES, INDICATOR_ANSWERS } from "~/use-cases/judging";
import { Box, Lines, Tick } from "./paper-parts";
import type { PaperFunctionView, PaperView } from "./paper-view";

type PaperFunctionProps = { paper: PaperView; fn: PaperFunctionView };

/** One function on a sheet of its own: what is asked, boxes to tick, lines to write on. */
export function PaperFunction({ paper, fn }: PaperFunctionProps) {
  const { company, asOf, name, functions } = paper;
  return (
    <section className="paper-sheet paper-function">
      <p className="paper-running">
        <span>
          {m.paper_form_position({ number: fn.number, total: functions.length })} · {fn.name}
        </span>
        <span>
          {company} · {asOf}
          {name ? ` · ${name}` : ""}
        </span>
      </p>
      <h3 className="paper-question">{fn.question}</h3>
      <p className="paper-definition">{fn.definition}</p>
      <p className="paper-label">{m.paper_form_one()}</p>
      <ul className="paper-levels">
        {fn.levels.map(({ number, name: level, descriptor }) => (
          <li key={number}>
            <Box />
            <span className="paper-number">{number}</span>
            <span>
              <strong>{level}.</strong> {descriptor}
            </span>
          </li>
        ))}
      </ul>
      <p className="paper-row">
        <span className="paper-label">{m.paper_form_cannot()}</span>
        {CANNOT_JUDGE.map((reason) => (
          <Tick key={reason}>{reasonWord(reason)}</Tick>
        ))}
      </p>
      <p className="paper-row">
        <span className="paper-label">{m.paper_form_confidence()}</span>
        {CONFIDENCES.map((step) => (
          <Tick key={step}>{confidenceWord(step)}</Tick>
        ))}
      </p>
      <PaperIndicators fn={fn} />
      <Lines label={m.paper_form_rationale()} count="rest" />
      <Lines label={m.paper_form_evidence()} count={2} />
    </section>
  );
}

function PaperIndicators({ fn: { indicators } }: { fn: PaperFunctionView }) {
  if (indicators.length === 0) return null;
  return (
    <table className="paper-indicators">
      <thead>
        <tr>
          <th scope="col">{m.paper_form_indicators()}</th>
          {INDICATOR_ANSWERS.map((answer) => (
            <th key={answer} scope="col">
              {answerWord(answer)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {indicators.map(({ key, text }) => (
          <tr key={key}>
            <th scope="row">{text}</th>
            {INDICATOR_ANSWERS.map((answer) => (
              <td key={answer}>
                <Box />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
