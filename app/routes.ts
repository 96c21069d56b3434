import { index, layout, type RouteConfig, route } from "@remix-run/route-config";

/** Every address of the app, in one place. */
export default [
  route("language", "routes/language/route.ts"),
  route("sign-out", "routes/sign-out/route.ts"),
  layout("routes/app-layout/route.tsx", [
    index("routes/home/route.tsx"),
    route("sign-in", "routes/sign-in/route.tsx"),
    route("account/:token", "routes/account-link/route.tsx"),
  ]),
  route("*", "routes/not-found/route.tsx"),
] satisfies RouteConfig;
