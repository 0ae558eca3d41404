// The section "Who can become whom": the engine's graph of trust, drawn, listed, filtered and explained.

import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import type { TrustEdge, TrustGraph } from '../../web/src/engine/assist';
import { chains, edgeLook, filterGraph, NO_FILTER } from '../../web/src/features/graph/model';
import { expect, type Playground, test } from './page';

class Graph {
  readonly section: Locator;
  readonly drawing: Locator;
  readonly reasons: Locator;

  constructor(readonly page: Page) {
    this.section = page.locator('sts-graph-section');
    this.drawing = page.locator('sts-graph-drawing');
    this.reasons = page.locator('sts-graph-reasons');
  }

  edge(name: RegExp): Locator {
    return this.drawing.getByRole('button', { name });
  }
}

async function openGraph(playground: Playground, page: Page, example: string, query = ''): Promise<Graph> {
  await playground.open(query);
  if (example !== 'auditor') await page.getByRole('combobox').first().selectOption(example);
  const graph = new Graph(page);
  await graph.section.locator('summary').click();
  return graph;
}

test('an edge says who can become whom and what the call needs, and leads to its line', async ({ playground, page }) => {
  const graph = await openGraph(playground, page, 'auditor');
  await graph.edge(/^Jo \(444455556666\) → Audit \(111122223333\): With conditions\. ExternalId = Example-1$/).click();
  await expect(graph.reasons).toContainText('Jo (444455556666) can become Audit (111122223333) if the call meets the conditions.');
  await expect(graph.reasons).toContainText('StringEquals sts:ExternalId');
  await graph.reasons.getByRole('listitem').getByRole('button', { name: 'Show in the editor' }).click();
  await expect(playground.editor.locator('.revealed').last()).toContainText('Example-1');
});

test('an edge can be tried: its call meets what is needed', async ({ playground, page }) => {
  const graph = await openGraph(playground, page, 'auditor');
  await graph.edge(/^Jo .* → Audit/).click();
  await graph.reasons.getByRole('button', { name: 'Try this call' }).click();
  await expect(page.getByRole('tab', { name: 'Calls' })).toHaveAttribute('aria-selected', 'true');
  await expect(playground.steps.last()).toContainText('try');
  await expect(playground.steps.last()).toContainText('Allowed');
  await expect(page.locator('sts-call-form').getByLabel(/^ExternalId/)).toHaveValue('Example-1');
});

test('MFA, tags and a provider’s claims stand at their edges', async ({ playground, page }) => {
  const graph = await openGraph(playground, page, 'mfa-role');
  await expect(graph.edge(/^Mina .* → Operator .*: With conditions\. MFA$/)).toBeVisible();
  await page.getByRole('combobox').first().selectOption('role-chain');
  await expect(graph.edge(/^Build .* → Release .*PrincipalTag\/Project = Apollo, Gemini$/)).toBeVisible();
  await expect(graph.edge(/^build-server .* → Build .*: Allowed$/)).toBeVisible();
  await page.getByRole('combobox').first().selectOption('github-actions');
  await expect(graph.edge(/^token\.actions\.githubusercontent\.com .* → Deploy .*repo:acme\/shop:ref:refs\/heads\/main/)).toBeVisible();
});

test('a principal says what it can become, directly or by a chain, and the drawing can show only that', async ({ playground, page }) => {
  const graph = await openGraph(playground, page, 'role-chain');
  await graph.drawing.getByRole('button', { name: 'build-server, User · 111122223333' }).click();
  const become = graph.reasons.getByRole('listitem').filter({ hasText: 'Release (444455556666)' });
  await expect(become).toContainText('build-server → Build: Allowed');
  await expect(become).toContainText('Build → Release: With conditions');
  await graph.drawing.getByRole('button', { name: /^Archive, Role/ }).click();
  await graph.reasons.getByRole('button', { name: 'Show only these' }).first().click();
  await expect(graph.section).toContainText('Shown: only who can become Archive (444455556666)');
  await expect(graph.drawing.getByRole('button', { name: /^Release, Role/ })).toHaveCount(0);
  await graph.section.getByRole('button', { name: 'Show everything' }).click();
  await expect(graph.drawing.getByRole('button', { name: /^Release, Role/ })).toBeVisible();
});

test('a root user that a trust policy lets in is refused, and the reason is given', async ({ playground, page }) => {
  const graph = await openGraph(playground, page, 'root-trust');
  await graph.edge(/^Trading company .* → Payroll .*: Denied$/).click();
  await expect(graph.reasons).toContainText('A root user cannot call sts:AssumeRole.');
  await graph.edge(/^Ivan .*: Allowed$/).click();
  await expect(graph.reasons).toContainText('Ivan (111122223333) can become Payroll');
  await expect(graph.reasons).not.toContainText('root user');
});

test('the drawing becomes larger in its own box', async ({ playground, page }) => {
  const graph = await openGraph(playground, page, 'auditor');
  const drawn = graph.drawing.getByRole('group', { name: 'Who can become whom' });
  const before = (await drawn.boundingBox())?.width ?? Infinity;
  await graph.drawing.getByRole('group', { name: 'Size of the drawing' }).getByRole('button', { name: 'Larger' }).click();
  await expect(graph.drawing).toContainText('125%');
  expect((await drawn.boundingBox())?.width).toBeGreaterThan(before);
});

test('the graph is searched, its kinds are hidden, and a list says the same', async ({ playground, page }) => {
  const graph = await openGraph(playground, page, 'root-trust');
  await expect(graph.edge(/^Ivan .*: Allowed$/)).toBeVisible();
  await graph.section.getByLabel('Find by name').fill('nadia');
  await expect(graph.drawing.getByRole('group', { name: 'Who can become whom' }).getByRole('button')).toHaveCount(1);
  await graph.section.getByLabel('Find by name').fill('');
  await graph.section.getByRole('checkbox', { name: /^Allowed/ }).uncheck();
  await expect(graph.edge(/: Allowed/)).toHaveCount(0);
  await graph.section.getByRole('checkbox', { name: /^Allowed/ }).check();
  await graph.section.getByRole('button', { name: 'Show as a list' }).click();
  const table = graph.section.getByRole('table');
  await expect(table.getByRole('row').filter({ hasText: 'Ivan' })).toContainText('Allowed');
  await table.getByRole('button', { name: /^Explain: Ivan/ }).click();
  await expect(graph.reasons).toContainText('Ivan (111122223333) can become Payroll (111122223333)');
});

test('the drawing is walked by the keyboard', async ({ playground, page }) => {
  const graph = await openGraph(playground, page, 'auditor');
  const jo = graph.drawing.getByRole('button', { name: /^Jo, User/ });
  await jo.focus();
  await page.keyboard.press('ArrowRight');
  await expect(graph.edge(/^Jo .* → Audit/)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(graph.reasons).toContainText('if the call meets the conditions');
  await page.keyboard.press('ArrowRight');
  await expect(graph.drawing.getByRole('button', { name: /^Audit, Role/ })).toBeFocused();
});

test('the graph follows the document and the language', async ({ playground, page }) => {
  const graph = await openGraph(playground, page, 'auditor');
  await expect(graph.edge(/ExternalId = Example-1/).first()).toBeVisible();
  await playground.replaceInEditor('Example-1', 'Changed');
  await expect(graph.edge(/ExternalId = Changed-1/).first()).toBeVisible();
  await page.getByRole('button', { name: '한국어' }).click();
  await expect(graph.drawing.getByRole('button', { name: /^Audit, 역할/ })).toBeVisible();
});

test('on a narrow screen the list comes first, and nothing scrolls sideways', async ({ playground, page }) => {
  await page.setViewportSize({ width: 360, height: 760 });
  const graph = await openGraph(playground, page, 'auditor');
  await expect(graph.section.getByRole('table')).toBeVisible();
  await expect(graph.drawing).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await graph.section.getByRole('button', { name: 'Show as a drawing' }).click();
  await expect(graph.edge(/^Jo .* → Audit/)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test('on a phone, what is explained comes into sight and is read out', async ({ playground, page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  const graph = await openGraph(playground, page, 'auditor');
  await graph.section.getByRole('button', { name: /^Explain: Jo/ }).click();
  const sentence = 'Jo (444455556666) can become Audit (111122223333) if the call meets the conditions.';
  await expect(graph.reasons.getByRole('heading', { name: sentence })).toBeInViewport({ ratio: 1 });
  await expect(graph.reasons.getByRole('status')).toHaveText(sentence);
});

test('closing what is explained leads back to the edge', async ({ playground, page }) => {
  const graph = await openGraph(playground, page, 'auditor');
  const jo = graph.edge(/^Jo .* → Audit/);
  await jo.click();
  await graph.reasons.getByRole('button', { name: 'Close' }).click();
  await expect(graph.reasons.getByRole('heading')).toHaveCount(0);
  await expect(jo).toBeFocused();
});

test('where there is no clipboard, the list says that it could not be copied', async ({ playground, page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  const graph = await openGraph(playground, page, 'auditor');
  await graph.section.getByRole('button', { name: 'Show as a list' }).click();
  await graph.section.getByRole('button', { name: 'Copy the list' }).click();
  await expect(graph.section.getByRole('button', { name: 'Could not be copied' })).toBeVisible();
});

for (const [language, colorScheme] of [
  ['en', 'light'],
  ['ko', 'dark'],
] as const) {
  test(`axe finds nothing in the graph, in ${language}, ${colorScheme}`, async ({ playground, page }) => {
    await page.emulateMedia({ colorScheme });
    const graph = await openGraph(playground, page, 'auditor', `?lang=${language}`);
    await graph.drawing.getByRole('button', { name: /^Jo .*→/ }).click();
    const { violations } = await new AxeBuilder({ page }).include('sts-graph-section').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
}

// --- without a browser ---

const edge = (from: string, to: string, more: Partial<TrustEdge> = {}): TrustEdge => ({
  id: `${from}${to}`,
  from,
  to,
  action: 'sts:AssumeRole',
  trust: 'allow',
  caller: 'allow',
  sides: 'both',
  needs: [],
  location: null,
  ...more,
});
const graphOf = (edges: TrustEdge[]): TrustGraph => ({
  nodes: [...new Set(edges.flatMap(({ from, to }) => [from, to]))].map((id) => ({ id, kind: 'role', name: id, account: null })),
  edges,
  omitted: 0,
});

test('what an edge means follows from what both sides say', () => {
  expect(edgeLook(edge('a', 'b'))).toBe('allowed');
  expect(edgeLook(edge('a', 'b', { trust: 'conditional' }))).toBe('conditional');
  expect(edgeLook(edge('a', 'b', { caller: 'none', sides: 'trust-only' }))).toBe('trust-only');
  expect(edgeLook(edge('a', 'b', { trust: 'none', sides: 'caller-only' }))).toBe('caller-only');
  expect(edgeLook(edge('a', 'b', { trust: 'deny', sides: 'caller-only' }))).toBe('denied');
});

test('chains are the shortest ones, go around no circle, and pass no closed edge', () => {
  const edges = [edge('a', 'b'), edge('b', 'c'), edge('a', 'c'), edge('c', 'a'), edge('c', 'd', { trust: 'none', sides: 'caller-only' })];
  const found = chains(edges, 'a', 'from');
  expect([...found.keys()]).toEqual(['b', 'c']);
  expect(found.get('c')?.map(({ id }) => id)).toEqual(['ac']);
  expect(chains(edges, 'd', 'into').size).toBe(0);
  expect([...chains(edges, 'b', 'into').keys()]).toEqual(['a', 'c']);
});

test('a filter leaves what is searched for with what it is joined to', () => {
  const graph = graphOf([edge('a', 'b'), edge('c', 'd')]);
  const found = filterGraph(graph, { ...NO_FILTER, search: 'A' });
  expect(found.nodes.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(filterGraph(graph, { ...NO_FILTER, path: { node: 'd', direction: 'into' } }).edges.map(({ id }) => id)).toEqual(['cd']);
});
