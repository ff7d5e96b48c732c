import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import Runtime from 'jest-runtime';

/** Jest loads this file by `require`. */
export const __esModule = true;

/**
 * Loads installed packages by Node itself, once for a worker, as the program does; what is written here is loaded anew for
 * each suite. Docs: `docs/adr/0008-tests-share-what-is-installed.md`.
 */
export default class OneRealmRuntime extends Runtime {
  constructor(...given) {
    super(...given);
    current = this.esmLoader.dynamicImport;
    this.esmLoader.dynamicImport = (...asked) => current(...asked);
    this.#loadInstalledByNode();
    this.#compileHere();
  }

  #loadInstalledByNode() {
    const { esmLoader } = this;
    for (const [load, fileAt] of Object.entries({ loadEsmModule: 0, loadCjsAsEsm: 1 })) {
      const own = esmLoader[load].bind(esmLoader);
      esmLoader[load] = (...given) => {
        const file = given[fileAt];
        if (isInstalled(file)) return installed(file);
        return isProgram(file) ? program(file, () => own(...given)) : own(...given);
      };
    }
    // Newer versions of Node could load a whole graph at once, past these two.
    esmLoader.tryLoadGraphSync = () => 'load-async';
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

let current;

const isInstalled = (file) => file.includes('/node_modules/');

const isProgram = (file) => /\/(src|libs|migrations)\/.*(?<!\.spec\.ts)$/.test(file);

const written = new Map();

async function program(file, load) {
  const known = written.get(file);
  if (known) return known;
  const module = await load();
  written.set(file, module);
  return module;
}

const modules = new Map();

/** The module as Node has loaded it, in the form that can be linked with modules of a suite. */
function installed(file) {
  const known = modules.get(file) ?? linkable(file);
  modules.set(file, known);
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
