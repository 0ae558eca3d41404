// Faults that the compiler lets pass, in the page's sources and its tests. It is run at the repository's root: scripts/lint.

import tseslint from 'typescript-eslint';

const MOST_LINES = 70;

export default tseslint.config(
  { ignores: ['web/src/engine/generated/**'] },
  {
    files: ['web/src/**/*.ts', 'tests/web/**/*.ts'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/explicit-function-return-type': ['error', { allowExpressions: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      // An event's listener may be asynchronous: Lit and the browser ignore what it gives.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false, attributes: false } }],
      '@typescript-eslint/no-unused-expressions': 'error',
      // The compiler finds the rest of what is not used; "_" is its name for what has to be named.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/restrict-template-expressions': 'error',
      eqeqeq: 'error',
      'prefer-const': 'error',
    },
  },
  {
    // In a test file, what holds a group of tests is a function too.
    files: ['web/src/**/*.ts'],
    rules: {
      'max-lines-per-function': ['error', { max: MOST_LINES }],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='CustomEvent'] Property[key.name='bubbles']",
          message: 'What leaves its element is a wish: see base/wishes.ts.',
        },
        {
          selector: "TSAsExpression > TSTypeReference[typeName.name='CustomEvent']",
          message: 'listen() of base/wishes.ts knows what an event brings.',
        },
      ],
    },
  },
  { files: ['web/src/base/wishes.ts'], rules: { 'no-restricted-syntax': 'off' } },
);
