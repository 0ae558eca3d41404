// A sample of what `node tests/model/agreement.mjs` compares. STS_PLAYGROUND_SEED runs a failure again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { compare } from "./agreement.mjs";

test("the engine decides 3,000 random cases as the naive evaluator does", async () => {
  const seed = process.env.STS_PLAYGROUND_SEED;
  assert.equal(await compare({ count: 3000, seed: seed === undefined ? undefined : Number(seed) }), 0);
});
