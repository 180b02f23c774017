/** The checks of identifiers stand in the kernel because billing asks them too. */
export * from '../../kernel/identifiers.ts';
