import { DefaultNamingStrategy, type NamingStrategyInterface, type Table } from 'typeorm';

const snake = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
const tableName = (table: Table | string): string =>
  (typeof table === 'string' ? table : table.name).split('.').at(-1)!;
const join = (table: Table | string, columns: string[], suffix: string): string =>
  `${tableName(table)}_${columns.map(snake).join('_')}_${suffix}`.slice(0, 63);

/** snake_case columns and constraint names that a person can read in an error or a plan. */
export class SnakeNaming extends DefaultNamingStrategy implements NamingStrategyInterface {
  override tableName(className: string, customName?: string): string {
    return customName ?? snake(className);
  }
  override columnName(property: string, custom: string | undefined, prefixes: string[]): string {
    return snake([...prefixes, custom ?? property].join('_'));
  }
  override primaryKeyName(table: Table | string): string {
    return `${tableName(table)}_pkey`;
  }
  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return join(table, columns, 'key');
  }
  override foreignKeyName(table: Table | string, columns: string[]): string {
    return join(table, columns, 'fkey');
  }
  override indexName(table: Table | string, columns: string[]): string {
    return join(table, columns, 'idx');
  }
  override checkConstraintName(table: Table | string, expression: string): string {
    return `${tableName(table)}_${expression.replace(/\W+/g, '_').slice(0, 30)}_check`;
  }
}
