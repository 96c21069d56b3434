import { z } from "zod";
import { choiceField, longTextField, textField } from "~/http/fields";
import { m } from "~/i18n/messages";
import { COUNTRIES } from "./countries";
import { INDUSTRIES } from "./industries";
import { LONGEST_TAG, MOST_TAGS, splitTags } from "./tags";

/** The longest name of a company that a form takes. */
const NAME = 120;

const tagsField = () =>
  longTextField(2 * MOST_TAGS * LONGEST_TAG)
    .transform(splitTags)
    .superRefine((tags, issues) => {
      const long = tags.find((tag) => tag.length > LONGEST_TAG);
      const wrong = (message: string) => issues.addIssue({ code: "custom", message });
      if (tags.length > MOST_TAGS) wrong(m.company_tags_too_many({ most: MOST_TAGS, count: tags.length }));
      if (long) wrong(m.company_tag_too_long({ tag: long, max: LONGEST_TAG }));
    });

/** The form of a company; an industry written by hand before (`kept`) may stay. */
export const companySchema = (kept?: string) =>
  z.object({
    name: textField(NAME),
    industry: choiceField([kept ?? "other", ...INDUSTRIES]),
    country: choiceField(COUNTRIES),
    size: choiceField(["micro", "small", "medium", "large"]),
    offering: choiceField(["services", "goods", "both"]),
    tags: tagsField(),
  });
