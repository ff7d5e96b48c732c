import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';
import everything from './eslint.config.mjs';

/** For the pre-commit hook: the same rules but those that need the types of the whole program, which take longer. */
export default defineConfig(everything, {
  files: ['**/*.ts', '**/*.mts'],
  extends: [ts.configs.disableTypeChecked],
  languageOptions: {
    parserOptions: { projectService: false, experimentalDecorators: true, emitDecoratorMetadata: true },
  },
});
