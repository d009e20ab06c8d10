/** A fact whose confidence is below this is worth a look: fewer than five in six of its class were right, or too few were seen to tell. */
export const DOUBTFUL = 0.83;
