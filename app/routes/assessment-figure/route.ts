import type { LoaderFunctionArgs } from "@remix-run/node";
import { download, downloadBytes } from "~/http/download";
import { orNotFound } from "~/http/guards";
import { THEMES } from "~/report/exports/colours";
import { figureSvg } from "~/report/exports/image/figures";
import { requireReport } from "~/routes/assessment-export/require-report";

const NAMED = /^([a-z0-9-]{1,80})\.(svg|png)$/;
const SCALES = [1, 2];

/** One figure of the report: "radar.svg", "radar.png?scale=2&theme=dark". */
export async function loader(args: LoaderFunctionArgs) {
  const { report, trend, name, write } = await requireReport(args, "figure:account");
  const [, figure, type] = orNotFound(NAMED.exec(args.params.figure ?? ""));
  const asked = new URL(args.request.url).searchParams;
  const theme = THEMES.find((one) => one === asked.get("theme")) ?? "light";
  const svg = orNotFound(write(() => figureSvg(figure ?? "", { report, trend }, theme)));
  const file = [name, figure, ...(theme === "dark" ? [theme] : [])].join("-");
  if (type === "svg") return download(`${file}.svg`, "image/svg+xml", svg);
  const scale = SCALES.find((one) => String(one) === asked.get("scale")) ?? 1;
  const suffix = scale === 1 ? "" : `@${scale}x`;
  const { pngOf } = await import("~/report/exports/image/png");
  return downloadBytes(`${file}${suffix}.png`, "image/png", await pngOf(svg, scale));
}
