/** Name of the Port between the options page and a page in which it tries rules; alone in its file, as that of hosts. */
export const trialPortName = 'rule-trial';
