// Holds answers of the module against the tables that the native program prints (`sts-playground types --json`).
import { execFileSync } from "node:child_process";
import { program } from "./cases.mjs";

const { objects, enumerations, unions } = JSON.parse(execFileSync(program, ["types", "--json"], { encoding: "utf8" }));

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

const PLAIN = {
  unknown: () => true,
  string: (value) => typeof value === "string",
  number: Number.isInteger,
  boolean: (value) => typeof value === "boolean",
};

const valueFaults = (value, type, place) => {
  const holds = PLAIN[type] ?? (enumerations[type] ? (text) => enumerations[type].includes(text) : isObject);
  if (!holds(value)) return [`${place}: ${JSON.stringify(value)} is not ${type}`];
  const kind = unions[type]?.find((name) => Object.keys(objects[name]).every((member) => member in value)) ?? type;
  if (objects[kind]) return objectFaults(value, kind);
  return PLAIN[type] || enumerations[type] ? [] : [`${place}: ${JSON.stringify(value)} is not ${type}`];
};

const memberFaults = (value, member, place) => {
  if (value === undefined) return member.optional ? [] : [`${place} is missing`];
  if (value === null && member.nullable) return [];
  if (member.list && !Array.isArray(value)) return [`${place} is no list`];
  if (member.map && !isObject(value)) return [`${place} is no map`];
  const values = member.list || member.map ? Object.values(value) : [value];
  return values.flatMap((each) => valueFaults(each, member.type, place));
};

const objectFaults = (value, type) => [
  ...Object.keys(value)
    .filter((name) => !Object.hasOwn(objects[type], name))
    .map((name) => `${type}.${name} is not in the tables`),
  ...Object.entries(objects[type]).flatMap(([name, member]) => memberFaults(value[name], member, `${type}.${name}`)),
];

/** What an answer has and the tables do not allow, or lacks, a line each; `type` is a name of the tables: "Report". */
export const answerFaults = (answer, type) => [...new Set(valueFaults(answer, type, type))].join("\n");
