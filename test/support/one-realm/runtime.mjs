import path from 'node:path';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import Runtime from 'jest-runtime';

/** Jest loads this file by `require`. */
export const __esModule = true;

/**
 * Loads the program and its packages once for a worker, the packages by Node itself; specs and what only they use are loaded
 * anew for each suite. Docs: `docs/adr/0008-tests-load-the-program-once.md`.
 */
export default class OneRealmRuntime extends Runtime {
  constructor(...given) {
    super(...given);
    this.#loadOnce(given[0].rootDir);
    this.#outliveSuites();
    this.#compileHere();
  }

  #loadOnce(root) {
    const { esmLoader } = this;
    for (const [load, fileAt] of Object.entries({ loadEsmModule: 0, loadCjsAsEsm: 1 })) {
      const own = esmLoader[load].bind(esmLoader);
      esmLoader[load] = (...given) => {
        const file = given[fileAt];
        if (isInstalled(file)) return installed(file);
        return isProgram(path.relative(root, file)) ? written(file, () => own(...given)) : own(...given);
      };
    }
    // Newer versions of Node could load a whole graph at once, past these two.
    esmLoader.tryLoadGraphSync = () => 'load-async';
  }

  /** What the program imports later goes through the suite that runs then, and its errors name lines as written. */
  #outliveSuites() {
    const { esmLoader, transformCache } = this;
    importNow = esmLoader.dynamicImport;
    esmLoader.dynamicImport = (...given) => importNow(...given);
    transformCache.sourceMaps = sourceMaps;
  }

  /** Without a context of its own: an error, a date or a list of a package is one of the suite's too. */
  #compileHere() {
    const { esmLoader, executor } = this;
    esmLoader.getContext = () => undefined;
    executor.compile = (source, filename) =>
      vm.compileFunction(source, executor.injectedModuleParameters, {
        filename,
        importModuleDynamically: (specifier, _function, attributes) =>
          executor.dynamicImport(specifier, filename, undefined, attributes),
      });
  }

  /** Jest replaces it on what it takes for a copy of `process`. */
  installGetBuiltinModule() {
    // Left as Node has it.
  }
}

let importNow;

const sourceMaps = new Map();

const isInstalled = (file) => file.includes('/node_modules/');

const isProgram = (file) => /^(src|libs|migrations)\//.test(file) && !file.endsWith('.spec.ts');

const program = new Map();

async function written(file, load) {
  const module = program.get(file) ?? (await load());
  program.set(file, module);
  return module;
}

const packages = new Map();

/** The module as Node has loaded it, in the form that can be linked with modules of a suite. */
function installed(file) {
  const known = packages.get(file) ?? linkable(file);
  packages.set(file, known);
  return known;
}

async function linkable(file) {
  const exported = await import(pathToFileURL(file).href);
  const names = Object.keys(exported);
  const module = new vm.SyntheticModule(
    names,
    () => names.forEach((name) => module.setExport(name, exported[name])),
    { identifier: file },
  );
  await module.link(() => undefined);
  await module.evaluate();
  return module;
}
