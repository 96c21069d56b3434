import { formatPercent } from "~/i18n/format-number";
import { m } from "~/i18n/messages";

/** The same few steps that each kind of user goes through, in their own order. */
export function Guides({ minimumGroup, stableBelow }: { minimumGroup: number; stableBelow: number }) {
  const guides = [
    {
      id: "assessor",
      title: m.help_guide_assessor(),
      steps: [
        m.help_guide_assessor_1(),
        m.help_guide_assessor_2(),
        m.help_guide_assessor_3(),
        m.help_guide_assessor_4(),
        m.help_guide_assessor_5(),
        m.rounds_help_assessor(),
      ],
    },
    {
      id: "company",
      title: m.help_guide_company(),
      steps: [
        m.help_guide_company_1(),
        m.help_guide_company_2(),
        m.help_guide_company_3(),
        m.help_guide_company_4(),
        m.help_guide_company_5(),
      ],
    },
    {
      id: "consultant",
      title: m.help_guide_consultant(),
      steps: [
        m.help_guide_consultant_1(),
        m.help_guide_consultant_2({ least: minimumGroup }),
        m.help_guide_consultant_3(),
        m.rounds_help_consultant({ stable: formatPercent(stableBelow) }),
        m.help_guide_consultant_4(),
        m.help_guide_consultant_5(),
      ],
    },
  ];
  return (
    <div className="grid gap-10 md:grid-cols-3">
      {guides.map(({ id, title, steps }) => (
        <section key={id} id={id} className="grid content-start gap-4 border-t-2 border-ink pt-4">
          <h3>{title}</h3>
          <ol className="grid list-decimal gap-3 ps-5 marker:font-bold marker:text-ink-muted">
            {steps.map((step) => (
              <li key={step} className="ps-1">
                {step}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
