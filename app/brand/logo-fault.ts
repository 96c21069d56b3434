/**
 * Why a logo is not taken. content: it is not what its ending says, or broken. dimensions: more pixels than we draw,
 * or none. active: script or other parts that load or run something. outside: it refers to something outside itself.
 * entities: it declares a document type. text: letters that need a font. complex: too much to draw. nothing: one sees
 * nothing of it.
 */
export type LogoFault =
  | "empty"
  | "too-large"
  | "ending"
  | "content"
  | "dimensions"
  | "active"
  | "outside"
  | "entities"
  | "text"
  | "complex"
  | "nothing";

export class LogoRefused extends Error {
  constructor(readonly fault: LogoFault) {
    super(fault);
  }
}
