import { m } from "~/i18n/messages";
import { Mark } from "~/ui/mark";
import type { PaperView } from "./paper-view";

/** The first sheet: what is judged, by whom, until when, and how the form is filled in. */
export function PaperCover({ paper }: { paper: PaperView }) {
  const { company, title, rubric, levels } = paper;
  return (
    <section className="paper-sheet">
      <p className="paper-kicker">
        <Mark className="size-5" /> {m.app_name()} · {m.paper_form_kicker()}
      </p>
      <h2 className="paper-title">{company}</h2>
      <p className="paper-subtitle">{title}</p>
      <dl className="paper-facts">
        {facts(paper).map(({ term, value }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value ?? <span className="paper-line" aria-hidden="true" />}</dd>
          </div>
        ))}
      </dl>
      <h3>{m.paper_form_how()}</h3>
      <ol className="paper-how">
        <li>{m.paper_form_how_level({ date: paper.asOf })}</li>
        <li>{m.paper_form_how_cannot()}</li>
        <li>{m.paper_form_how_confidence()}</li>
        <li>{m.paper_form_how_indicators()}</li>
        <li>{m.paper_form_how_correct()}</li>
      </ol>
      <h3>{rubric}</h3>
      <dl className="paper-scale">
        {levels.map(({ number, name, meaning }) => (
          <div key={number}>
            <dt>
              <span className="paper-number">{number}</span> {name}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <h3>{m.paper_form_privacy()}</h3>
      <p>{paper.named ? m.paper_form_privacy_named() : m.paper_form_privacy_about()}</p>
      <p>{m.paper_form_return()}</p>
    </section>
  );
}

/** A fact without a value is a line to write on. */
function facts({ asOf, deadline, name, functions, total }: PaperView) {
  const asked = functions.length;
  const extent =
    asked < total ? m.paper_form_extent_some({ asked, total }) : m.functions_count({ count: asked });
  return [
    { term: m.paper_form_as_of(), value: asOf },
    { term: m.paper_form_extent(), value: extent },
    ...(deadline ? [{ term: m.paper_form_deadline(), value: deadline }] : []),
    { term: m.paper_form_name(), value: name },
    { term: m.paper_form_date(), value: null },
    { term: m.paper_form_signature(), value: null },
  ];
}
