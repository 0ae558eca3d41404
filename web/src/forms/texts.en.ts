// Texts of the controls of forms, in English.

export const en = {
  required: 'required',
  yes: 'true',
  no: 'false',
  remove: (name: string) => `Remove ${name}`,
  rows: {
    value: 'Value',
    kind: 'Kind of value',
    kinds: { string: 'text', number: 'number', boolean: 'true/false', list: 'list', null: 'remove', json: 'JSON' },
    list: 'One value a line',
    nothing: 'The key is taken out of the request.',
    nameless: (number: number) => `row ${number}`,
    twice: (name: string) => `${name} stands here twice; only the last one counts.`,
  },
  list: {
    add: 'Add',
    another: (label: string) => `${label}: another one`,
    item: (label: string, number: number) => `${label}, ${number}`,
    remove: (label: string, value: string) => `${label}: delete ${value}`,
  },
  pick: {
    choose: 'Choose…',
    other: 'Another, typed…',
    typed: (name: string) => `${name}, typed`,
  },
  tags: {
    key: 'Tag key',
    value: 'Tag value',
    transitive: 'Transitive',
    add: 'Add a tag',
    remove: (name: string) => `Remove the tag ${name}`,
    alone: 'transitive key without a tag',
    needed: 'A key is needed.',
    taken: (key: string) => `The tag “${key}” is there already.`,
  },
  duration: {
    slider: (name: string) => `${name}, as a slider`,
    seconds: (name: string) => `${name}, in seconds`,
    notSent: 'not sent',
    clear: 'Do not send',
    range: (from: string, until: string) => `${from} to ${until}`,
    whole: 'Write a whole number of seconds.',
  },
  policy: {
    add: (name: string) => `Write ${name}`,
    remove: 'Remove',
    place: (line: number, column: number) => `line ${line}, column ${column}`,
    addArn: 'Add a managed policy',
    arn: (number: number) => `Managed policy ${number}`,
  },
};

export type Texts = typeof en;
