import { randomBytes } from 'node:crypto';
import { procedures } from '#libs/procedures';
import { metaOf } from '../../../src/cases/command-data.js';

/** Words that nothing else holds, by what they were given as, e.g. `identification.presume.grounds`. */
export class Planting {
  private readonly marks = new Map<string, string>();

  /** A new mark. It fits the shortest field and is found whatever stands around it. */
  mark(as: string): string {
    const mark = `zq${randomBytes(9).toString('hex')}`;
    this.marks.set(mark, as);
    return mark;
  }

  /** A mark for every text of a command. */
  textsOf(command: string): Record<string, string> {
    return Object.fromEntries(textFields(command).map((field) => [field, this.mark(`${command}.${field}`)]));
  }

  /** What was planted at least once. */
  get planted(): ReadonlySet<string> {
    return new Set(this.marks.values());
  }

  /** What stands in a text that should hold none of it: as written, or as the hexadecimal digits of bytes. */
  foundIn(text: string): string[] {
    const small = text.toLowerCase();
    const written = [...this.marks].filter(([mark]) => small.includes(mark));
    const bytes = [...this.marks].filter(([mark]) => small.includes(Buffer.from(mark).toString('hex')));
    return [...new Set([...written, ...bytes].map(([, as]) => as))].sort();
  }
}

/** Commands that a person gives, as `identification.presume`. */
export const commandsOfPersons = Object.entries(procedures).flatMap(([procedure, { commands }]) =>
  Object.entries(commands).flatMap(([command, { by }]) =>
    typeof by === 'string' ? [] : [`${procedure}.${command}`],
  ),
);

export function textFields(command: string): string[] {
  const [procedure = '', name = ''] = command.split('.');
  const schema = procedures[procedure]?.commands[name]?.schema;
  if (!schema) throw new Error(`No command ${command}`);
  return Object.keys(schema.shape).filter((field) => metaOf(schema, field).data === 'text');
}

/** Every text of every command there is. */
export const everyText = commandsOfPersons.flatMap((command) =>
  textFields(command).map((field) => `${command}.${field}`),
);
