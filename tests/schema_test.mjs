// `sts-playground schema`: a JSON Schema that is valid itself, that every valid scenario fulfils, and that finds what it can find.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, test } from "node:test";
import { cases, program, readCase, root } from "./wasm/cases.mjs";

const { default: Ajv } = createRequire(join(root, "web/package.json"))("ajv/dist/2020.js");

const printed = (...args) => {
  const { stdout, status, stderr } = spawnSync(program, args, { encoding: "utf8", maxBuffer: 1 << 26 });
  assert.equal(stderr, "");
  assert.equal(status, 0);
  return JSON.parse(stdout);
};
const schema = printed("schema");
const korean = printed("schema", "--lang", "ko");
const catalog = printed("catalog");

// Strict: a keyword that means nothing where it stands is a fault. Only the union of types that a policy is asks for leave.
const ajv = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true, strictRequired: false });
const validate = ajv.compile(schema);
const faultsOf = (scenario) => (validate(scenario) ? [] : validate.errors.map(({ instancePath, keyword }) => `${instancePath} ${keyword}`));
const fulfils = (scenario) => assert.deepEqual(faultsOf(scenario), []);

const valid = () => ({
  format: "sts-playground/1",
  accounts: { 111122223333: { roles: { Audit: { trust: { Version: "2012-10-17", Statement: [] } } } } },
  steps: [{ call: "sts:AssumeRole", with: { RoleArn: "arn:aws:iam::111122223333:role/Audit" } }],
});
const changed = (change) => {
  const scenario = valid();
  change(scenario);
  return scenario;
};

test("it is a schema of draft 2020-12, in both languages", () => {
  for (const printedSchema of [schema, korean]) {
    assert.equal(printedSchema.$schema, "https://json-schema.org/draft/2020-12/schema");
    assert.ok(ajv.validateSchema(printedSchema), JSON.stringify(ajv.errors));
    assert.ok(Object.hasOwn(printedSchema.properties, "steps"));
  }
});

test("it says of each field what the editor says", () => {
  const said = (object) => (object === "document" ? schema : schema.$defs[object]).properties;
  for (const [object, fields] of Object.entries(catalog.format)) {
    assert.deepEqual(
      Object.entries(said(object)).map(([name, { description }]) => [name, description]),
      fields.map(({ name, text }) => [name, text]),
    );
  }
  for (const { name, parameters } of catalog.operations) {
    for (const { name: parameter, text } of parameters) assert.equal(said(name)[parameter].description, text);
  }
  assert.notEqual(korean.properties.steps.description, schema.properties.steps.description);
  assert.deepEqual(printed("schema", "--lang=ko"), korean);
});

describe("every valid scenario fulfils it", () => {
  const notScenarios = [];
  for (const name of cases) {
    const text = readCase(name);
    const { stdout } = spawnSync(program, ["run", "--json", "-"], { input: text, encoding: "utf8", maxBuffer: 1 << 26 });
    if (!JSON.parse(stdout).valid) notScenarios.push(name);
    else test(name, () => fulfils(JSON.parse(text)));
  }
  test("and nearly every case is one", () =>
    assert.ok(cases.length > 100 && notScenarios.length < cases.length / 10, notScenarios.join("\n")));
});

test("the least scenario, and what most fields leave open", () => {
  fulfils(valid());
  fulfils({ format: "sts-playground/1" });
  fulfils(changed((scenario) => (scenario.title = { en: "A", ko: "B" })));
  fulfils(changed((scenario) => (scenario.accounts["111122223333"].roles.Audit.trust = "{ not even JSON")));
  fulfils(changed((scenario) => (scenario.steps[0].context = { "aws:SourceIp": null, "aws:TagKeys": ["a", 1, true] })));
});

describe("it finds", () => {
  const role = (scenario) => scenario.accounts["111122223333"].roles.Audit;
  const found = {
    "an unknown field": [(scenario) => (scenario.stepz = []), " additionalProperties"],
    "an unknown field of a role": [(scenario) => (role(scenario).Trust = {}), "/accounts/111122223333/roles/Audit additionalProperties"],
    "an unknown parameter": [(scenario) => (scenario.steps[0].with.RoleARN = "x"), "/steps/0/with additionalProperties"],
    "a parameter of a call that has none": [
      (scenario) => Object.assign(scenario.steps[0], { call: "s3:GetObject" }),
      "/steps/0/with maxProperties",
    ],
    "a wrong kind": [(scenario) => (scenario.steps = {}), "/steps type"],
    "a wrong kind of a parameter": [(scenario) => (scenario.steps[0].with.DurationSeconds = "900"), "/steps/0/with/DurationSeconds type"],
    "a policy that is a list": [(scenario) => (role(scenario).trust = []), "/accounts/111122223333/roles/Audit/trust type"],
    "a missing trust policy": [(scenario) => delete role(scenario).trust, "/accounts/111122223333/roles/Audit required"],
    "a missing call": [(scenario) => delete scenario.steps[0].call, "/steps/0 required"],
    "another format": [(scenario) => (scenario.format = "sts-playground/2"), "/format enum"],
    "a decision that is none": [(scenario) => (scenario.steps[0].expect = { decision: "allow" }), "/steps/0/expect/decision enum"],
    "an account id that is none": [(scenario) => (scenario.accounts.Customer = {}), "/accounts propertyNames"],
  };
  for (const [what, [change, fault]] of Object.entries(found)) {
    test(what, () => {
      const faults = faultsOf(changed(change));
      assert.ok(faults.includes(fault), faults.join("\n"));
    });
  }
});

test("a wrong argument is told, with status 2", () => {
  const { stdout, stderr, status } = spawnSync(program, ["schema", "--json"], { encoding: "utf8" });
  assert.equal(stdout, "");
  assert.match(stderr, /^sts-playground: schema takes --lang en or --lang ko, not "--json"\nUsage:/);
  assert.equal(status, 2);
});

test("--help names it", () => {
  const { stdout } = spawnSync(program, ["--help"], { encoding: "utf8" });
  assert.match(stdout, /sts-playground schema \[--lang en\|ko\]/);
  assert.match(stdout, /^schema prints the JSON Schema/m);
});
