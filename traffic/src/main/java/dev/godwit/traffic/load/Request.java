package dev.godwit.traffic.load;

/**
 * One request.
 *
 * @param customer the number of the customer that it is about, who may be gone
 * @param account the number of the account that it is about, which may be gone
 * @param stamp of what it writes
 */
record Request(Kind kind, long customer, long account, long stamp) {}
