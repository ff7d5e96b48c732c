/** A generated file: its path from the root of the project and its whole text. */
export interface Page {
  readonly path: string;
  readonly text: string;
}
