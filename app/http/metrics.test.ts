import { expect, it } from "vitest";
import { Metrics } from "./metrics";
import { addUp } from "./worker-metrics";

it("keeps times by route and status, and methods that nobody has heard of together", async () => {
  const metrics = new Metrics();
  const seen = { route: "/sign-in", status: 200, milliseconds: 30 };
  metrics.request({ ...seen, method: "GET" });
  metrics.request({ ...seen, method: "BREW" });
  metrics.request({ ...seen, method: "STIR" });
  const text = await metrics.registry.metrics();
  expect(text).toContain('_count{method="GET",route="/sign-in",status="200"} 1');
  expect(text).toContain('_count{method="other",route="/sign-in",status="200"} 2');
  expect(text).toContain('_bucket{le="0.025",method="GET",route="/sign-in",status="200"} 0');
  expect(text).toContain('_bucket{le="0.05",method="GET",route="/sign-in",status="200"} 1');
  expect(text).not.toMatch(/BREW|STIR/);
});

it("reads what changes at the moment somebody asks, and counts what went wrong", async () => {
  const metrics = new Metrics();
  let waiting = 3;
  metrics.observe({ mailWaiting: () => waiting, eventStreams: () => 1, storeBytes: () => 4096 });
  expect(await metrics.registry.metrics()).toMatch(/^selaras_mail_waiting 3$/m);
  waiting = 0;
  metrics.slowQuery();
  metrics.error();
  metrics.error();
  const text = await metrics.registry.metrics();
  expect(text).toMatch(/^selaras_mail_waiting 0$/m);
  expect(text).toMatch(/^selaras_store_bytes 4096$/m);
  expect(text).toMatch(/^selaras_slow_queries_total 1$/m);
  expect(text).toMatch(/^selaras_errors_total 2$/m);
  expect(text).toContain("process_resident_memory_bytes");
});

it("adds what the process above has counted to the figures of its workers, and is none of them itself", async () => {
  const [above, one, other] = [new Metrics(), new Metrics(), new Metrics()];
  above.workerReplaced("hung");
  for (const metrics of [above, one]) metrics.error();
  const figures = await Promise.all([one, other].map(({ registry }) => registry.getMetricsAsJSON()));
  const text = await addUp([...figures, undefined], await above.aboveWorkers());
  expect(text).toMatch(/^selaras_workers_replaced_total\{why="hung"\} 1$/m);
  expect(text).toMatch(/^selaras_workers_replaced_total\{why="ended"\} 0$/m);
  expect(text).toMatch(/^selaras_errors_total 2$/m);
  expect(text).toMatch(/^selaras_workers 2$/m);
  expect(await one.registry.metrics()).not.toContain("selaras_workers_replaced_total");
});
