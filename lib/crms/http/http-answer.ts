/** An answer as it came, its body read to the cap. For connectors that must look at more than JSON. */
export interface HttpAnswer {
  status: number;
  headers: Headers;
  text: string;
}
