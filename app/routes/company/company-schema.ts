import { z } from "zod";
import { choiceField, textField } from "~/http/fields";
import { COUNTRIES } from "./countries";
import { INDUSTRIES } from "./industries";

/** The longest name of a company that a form takes. */
const NAME = 120;

/** The form of a company; an industry written by hand before (`kept`) may stay. */
export const companySchema = (kept?: string) =>
  z.object({
    name: textField(NAME),
    industry: choiceField([kept ?? "other", ...INDUSTRIES]),
    country: choiceField(COUNTRIES),
    size: choiceField(["micro", "small", "medium", "large"]),
    offering: choiceField(["services", "goods", "both"]),
  });
