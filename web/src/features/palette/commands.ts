// What can be done from the command palette: one row per command. The texts of a row are those of its id.

import type { PlainWish, Told, WishName } from '../../base/wishes';
import type { Language } from '../../engine/report';
import { en as pageEn } from '../../base/i18n/en';
import { ko as pageKo } from '../../base/i18n/ko';
import { examples } from '../../state/examples';
import type { Feature } from '../../state/features';
import { PANES, type PageState, type Pane } from '../../state/page-state';
import { setTheme, theme } from '../../state/theme';
import { shortArn } from '../../text/names';
import { flatSteps } from '../../timeline/story';
import { en, type Texts } from './texts.en';
import { ko } from './texts.ko';

/** What a command may do to the page. */
export interface Page {
  tell<Name extends WishName>(name: Name, ...told: Told<Name>): void;
  /** Asks for a file of the visitor's machine, which is opened then. */
  chooseFile(): void;
  saveFile(): void;
  copyScenario(): void;
}

export type Group = keyof Texts['groups'];

export interface Command {
  id: string;
  group: Group;
  titles: Record<Language, string>;
  /** What else it is found by, in both languages. */
  words: string;
  /** "Mod+K", where it has a key. */
  keys: string | null;
  /** The palette stays open: there is something to be told. */
  stays: boolean;
  run(page: Page): void;
}

interface Row {
  id: keyof Texts['commands'];
  group: Group;
  keys?: string;
  stays?: boolean;
  /** Whether it can be done now; absent: always. */
  when?(state: PageState): boolean;
  run(page: Page): void;
}

const dialog =
  (feature: Feature) =>
  ({ tell }: Page): void =>
    tell('open-dialog', feature);

const wish =
  (name: PlainWish) =>
  ({ tell }: Page): void =>
    tell(name);

function pane(view: Pane): (page: Page) => void {
  return ({ tell }) => {
    tell('select-view', view);
    tell('focus-editor');
  };
}

const isText = ({ view }: PageState): boolean => view === 'policy' || view === 'document';

const ROWS: readonly Row[] = [
  { id: 'newCall', group: 'go', run: wish('new-call') },
  { id: 'graph', group: 'go', run: wish('show-graph') },
  { id: 'problem', group: 'go', keys: 'F8', when: (state) => (state.report?.diagnostics.length ?? 0) > 0, run: wish('next-problem') },
  {
    id: 'explanation',
    group: 'go',
    keys: 'Alt+F8',
    when: (state) => state.caret !== null && isText(state),
    run: wish('show-in-explanation'),
  },
  { id: 'undo', group: 'edit', keys: 'Mod+Z', when: (state) => state.canUndo, run: wish('undo') },
  { id: 'redo', group: 'edit', keys: 'Mod+Shift+Z', when: (state) => state.canRedo, run: wish('redo') },
  { id: 'format', group: 'edit', keys: 'Shift+Alt+F', when: isText, run: wish('format-text') },
  { id: 'compare', group: 'edit', when: (state) => state.text !== state.original, run: dialog('compare') },
  { id: 'create', group: 'scenario', run: wish('new-document') },
  { id: 'history', group: 'scenario', run: dialog('history') },
  { id: 'openFile', group: 'scenario', stays: true, run: ({ chooseFile }) => chooseFile() },
  { id: 'saveFile', group: 'scenario', run: ({ saveFile }) => saveFile() },
  { id: 'copy', group: 'scenario', stays: true, run: ({ copyScenario }) => copyScenario() },
  { id: 'table', group: 'view', run: wish('switch-timeline') },
  { id: 'language', group: 'view', run: wish('switch-language') },
  { id: 'theme', group: 'view', run: () => setTheme(theme() === 'dark' ? 'light' : 'dark') },
  { id: 'shortcuts', group: 'help', keys: '?', run: dialog('shortcuts') },
  { id: 'about', group: 'help', run: dialog('about') },
];

const fixed = (row: Row): Command => ({
  id: row.id,
  group: row.group,
  titles: { en: en.commands[row.id].title, ko: ko.commands[row.id].title },
  words: `${en.commands[row.id].words} ${ko.commands[row.id].words}`,
  keys: row.keys ?? null,
  stays: row.stays ?? false,
  run: row.run,
});

type Made = Pick<Command, 'id' | 'group' | 'run'> & { words?: string; title(t: Texts, language: Language): string };

const made = ({ id, group, run, words = '', title }: Made): Command => ({
  id,
  group,
  titles: { en: title(en, 'en'), ko: title(ko, 'ko') },
  words,
  keys: null,
  stays: false,
  run,
});

const paneCommands = (): Command[] =>
  PANES.map((view) =>
    made({
      id: `pane-${view}`,
      group: 'go',
      title: (t, spoken) => t.pane((spoken === 'ko' ? pageKo : pageEn).editor.panes[view]),
      run: pane(view),
    }),
  );

const stepCommands = ({ judged }: PageState): Command[] =>
  flatSteps(judged?.steps ?? []).map(({ path, step }) =>
    made({
      id: `step-${path}`,
      group: 'steps',
      words: `${step.call} ${step.caller.arn ?? ''}`,
      title: (t) => t.step(step.id || step.call),
      run: ({ tell }) => tell('select-step', path),
    }),
  );

const policyCommands = ({ policies }: PageState): Command[] =>
  policies.map(({ pointer, kind, name, owner }) =>
    made({
      id: `policy-${pointer}`,
      group: 'policies',
      words: owner,
      title: (t, spoken) => t.policy((spoken === 'ko' ? pageKo : pageEn).editor.kindLong[kind], name, shortArn(owner)),
      run: ({ tell }) => {
        tell('select-policy', pointer);
        tell('focus-editor');
      },
    }),
  );

const exampleCommands = (): Command[] =>
  examples.map(({ id, title }) =>
    made({
      id: `example-${id}`,
      group: 'examples',
      words: id,
      title: (t, spoken) => t.example(title(spoken)),
      run: ({ tell }) => tell('open-example', id),
    }),
  );

/** The commands that can be given now, in the order in which they are listed. */
export function commandsOf(state: PageState): Command[] {
  const rows = ROWS.filter(({ when }) => when?.(state) ?? true).map(fixed);
  return [...paneCommands(), ...rows, ...stepCommands(state), ...policyCommands(state), ...exampleCommands()];
}
