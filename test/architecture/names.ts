import ts from 'typescript';
import type { SourceFile } from './sources.js';

/** Words that say nothing of what a thing is for. */
const empty = new Set([
  'manager',
  'managers',
  'helper',
  'helpers',
  'util',
  'utils',
  'common',
  'misc',
  'handler',
  'handlers',
]);

/** `caseRoomHelper` and `case-room/helper.ts` in words. */
const wordsOf = (name: string) =>
  name.split(/[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u).map((word) => word.toLowerCase());

const isEmpty = (name: string) => wordsOf(name).some((word) => empty.has(word));

/** Names that this file gives, to itself or to what it declares, and that hold an empty word. */
export function emptyNames({ path, text }: SourceFile): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false);
  const found = isEmpty(path) ? [path] : [];
  const visit = (node: ts.Node) => {
    const name = givenName(node);
    if (name && isEmpty(name)) found.push(name);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Undefined for a name taken over from a package: an import, or a key of an object that the package asks for. */
function givenName(node: ts.Node): string | undefined {
  const declares = ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node);
  const types = ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeElement(node);
  const code = ts.isClassDeclaration(node) || ts.isFunctionDeclaration(node) || ts.isClassElement(node);
  if (!declares && !types && !code) return undefined;
  return node.name && ts.isIdentifier(node.name) ? node.name.text : undefined;
}
