import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'

/** Where the environment may be read: entry points and configuration. */
const entryPoints = [
  'src/main.ts',
  'src/bin/*.ts',
  'src/lib/server/environment.ts',
  '*.config.{js,ts}',
  'support/environment.ts',
]

export default ts.config(
  { ignores: ['**/generated/**', 'build/**', '.svelte-kit/**', 'bench/**', 'test-results/**'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.node, ...globals.browser } } },
  { files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser: ts.parser } } },
  {
    rules: {
      'no-undef': 'off',
      'func-style': ['error', 'declaration', { allowArrowFunctions: true }],
      'svelte/no-navigation-without-resolve': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Read it in an entry point or environment module and pass it on.',
        },
      ],
    },
  },
  { files: entryPoints, rules: { 'no-restricted-properties': 'off' } },
)
