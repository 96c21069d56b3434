import { extname } from "node:path";

/** Types that the file server leaves open or names without their encoding. */
const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
};

/** The Content-Type of a built file where it must be said more exactly than by its ending alone. */
export function fileType(pathname: string): string | undefined {
  return TYPES[extname(pathname)];
}
