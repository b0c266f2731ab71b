// The type-aware rules that catch what review misses: promises nobody awaits, and `any` that crept in from a wire.
import tseslint from 'typescript-eslint';

export default tseslint.config(
  // The peers of the bench are a package of their own, which the bench compiles.
  { ignores: ['**/dist/**', '**/test/support/operations.ts', '**/test/bench/peers/**'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { project: '../tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // A number or a boolean in a message is what the message is for.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // Decorated classes are the schema: they hold no code of their own.
      '@typescript-eslint/no-extraneous-class': 'off',
      // GraphQL resolvers and interceptors are async by contract even where one case needs no await.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/array-type': ['error', { default: 'array-simple' }],
      // Values of the graph are plain objects: a decorated class is their shape, never their constructor.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // The nouns fill it by module augmentation.
      '@typescript-eslint/no-empty-object-type': ['error', { allowWithName: '^Backends$' }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
    },
  },
  {
    files: ['**/src/**'],
    rules: {
      // The engine makes a class of its own for each object of such a literal, and keeps all that its getter sees until the next
      // full collection: of each request.
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ObjectExpression > Property[kind=/get|set/]',
          message: 'Give a class the getter: an object literal with one is kept until the next full collection.',
        },
      ],
    },
  },
  { files: ['**/vitest.config.ts'], rules: { 'no-restricted-exports': 'off' } },
);
