import type { ComparedRow } from './workload.js';

/** A row as gateways show it that keep the names of each provider. */
export interface OwnNamedRow {
  readonly id?: string | number;
  readonly uuid?: string;
  readonly contact_id?: string;
  readonly name?: string;
  readonly displayName?: string;
  readonly first_name?: string;
  readonly last_name?: string;
  readonly email?: string | null;
  readonly address?: string | null;
  readonly phone?: string | null;
  readonly mobilePhone?: string | null;
  readonly item?: { readonly description?: string | null };
}

export function compareOwnNames(row: OwnNamedRow): ComparedRow {
  const people = row.first_name === undefined ? undefined : `${row.first_name} ${row.last_name ?? ''}`;
  return {
    id: String(row.uuid ?? row.contact_id ?? row.id ?? row.name),
    name: row.displayName ?? people ?? row.name,
    email: row.email ?? row.address,
    phone: row.phone ?? row.mobilePhone,
    description: row.item?.description,
  };
}

/** The rows of all lists of an answer, wherever a provider puts them. */
export function compareOwnLists(data: Readonly<Record<string, unknown>>): readonly ComparedRow[] {
  return Object.values(data).flatMap((list) => listIn(list).map(compareOwnNames));
}

function listIn(value: unknown): readonly OwnNamedRow[] {
  if (Array.isArray(value)) return value as readonly OwnNamedRow[];
  const inner = Object.values(value as Readonly<Record<string, unknown>>).find((each) => Array.isArray(each));
  return (inner ?? [value]) as readonly OwnNamedRow[];
}
