/** Name, address and, where what is folded away is opened, `unfolded`. */
export type Pictured<Address> = readonly [name: string, address: Address | Linked, folded?: string];

/** The first link on a page that contains this. */
export interface Linked {
  readonly from: string;
  readonly link: string;
}

/** Pages by who reads them. */
export function pagesOf<Address>(addresses: {
  of(key: string): Address;
  give(key: string, procedure: string, command: string): Address;
}): Readonly<Record<string, readonly Pictured<Address>[]>>;
