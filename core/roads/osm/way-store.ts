import type { Ways } from './extract.ts';
import { FloatList, IntList } from './lists.ts';
import type { NodeTable } from './node-table.ts';
import { createFinder } from './node-table.ts';
import type { WayRefs } from './way.ts';

/** Ways as they are met: first with ids of nodes, later with their places in the node table. */
export class WayStore {
  readonly #ids = new FloatList();
  readonly #offset = new IntList();
  readonly refs = new FloatList();

  constructor() {
    this.#offset.push(0);
  }

  add(id: number, refs: WayRefs): void {
    this.#ids.push(id);
    this.refs.append(refs.ids, refs.count);
    this.#offset.push(this.refs.length);
  }

  get count(): number {
    return this.#ids.length;
  }

  /** The ways with indices into the table; ids are needed no more after it. */
  resolve(table: NodeTable): Ways {
    const find = createFinder(table);
    const ids = this.refs.view();
    const refs = new Int32Array(ids.length);
    for (let i = 0; i < ids.length; i += 1) refs[i] = find(ids[i] ?? 0);
    return { ids: this.#ids.view(), offset: this.#offset.view(), refs };
  }
}
