// What a case rests on, read from its description: the class of its evidence and the addresses of its sources.

/** From strong to weak. */
export const CLASSES = ["recorded", "documented", "observed", "inferred"];

// Captures of real calls: what they say was answered, not read.
const RECORDINGS = /radkawar\/stackd|localstack\/localstack|\.snapshot\.json/;

const textOf = (text) => (typeof text === "string" ? text : (text?.en ?? ""));

/**
 * The class of a scenario's evidence. "Evidence: CLASS." at the end of the description says it; without that the sources do: a recording,
 * AWS's documentation, or what people reported.
 */
export function evidenceOf(scenario) {
  const description = textOf(scenario.description);
  const said = /\bEvidence: (\w+)\.?\s*$/.exec(description)?.[1];
  if (said !== undefined) return CLASSES.includes(said) ? said : null;
  if (/^Recorded: /m.test(description) || RECORDINGS.test(description)) return "recorded";
  if (/\binferred\b/i.test(description)) return "inferred";
  if (description.includes("https://docs.aws.amazon.com/")) return "documented";
  return sourcesOf(scenario).length > 0 ? "observed" : null;
}

/** The addresses that a description names. */
export const sourcesOf = (scenario) => textOf(scenario.description).match(/https:\/\/[^\s,;)]+/g) ?? [];
