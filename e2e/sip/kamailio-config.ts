/**
 * Kamailio as a registrar and proxy for SIP over WebSocket, on loopback only. Who is registered is called by user name;
 * every other number goes to the user `trunk`, as an outside line would, with the dialled number left in To.
 */
export function kamailioConfig(port: number): string {
  return `#!KAMAILIO
debug=1
log_stderror=yes
children=1
tcp_children=2
disable_tcp=no
auto_aliases=no
dns=no
rev_dns=no
tcp_accept_no_cl=yes
tcp_connection_lifetime=3604
listen=tcp:127.0.0.1:${port}

loadmodule "tm.so"
loadmodule "sl.so"
loadmodule "rr.so"
loadmodule "pv.so"
loadmodule "maxfwd.so"
loadmodule "textops.so"
loadmodule "siputils.so"
loadmodule "usrloc.so"
loadmodule "registrar.so"
loadmodule "nathelper.so"
loadmodule "xhttp.so"
loadmodule "websocket.so"

modparam("usrloc", "db_mode", 0)
modparam("nathelper|registrar", "received_avp", "$avp(received)")
modparam("tm", "fr_timer", 5000)
modparam("tm", "fr_inv_timer", 60000)

request_route {
  if (!mf_process_maxfwd_header("10")) {
    sl_send_reply("483", "Too Many Hops");
    exit;
  }
  if (is_method("CANCEL")) {
    if (t_check_trans()) t_relay();
    exit;
  }
  force_rport();
  if (is_method("REGISTER")) {
    fix_nated_register();
    # 0x04: one contact a user, the newest; a page that was closed must not ring.
    if (!save("location", "0x04")) sl_reply_error();
    exit;
  }
  add_contact_alias();

  if (has_totag()) {
    if (loose_route()) {
      if ($du == "") handle_ruri_alias();
      t_relay();
      exit;
    }
    if (is_method("ACK") && t_check_trans()) {
      t_relay();
      exit;
    }
    if (!is_method("ACK")) sl_send_reply("404", "Not Here");
    exit;
  }

  if (is_method("INVITE")) record_route();
  if (!lookup("location")) {
    if ($rU =~ "^[+]?[0-9]+$") {
      $rU = "trunk";
      if (!lookup("location")) {
        sl_send_reply("404", "Not Found");
        exit;
      }
    } else {
      sl_send_reply("404", "Not Found");
      exit;
    }
  }
  t_on_reply("ALIAS");
  if (!t_relay()) sl_reply_error();
}

onreply_route[ALIAS] {
  add_contact_alias();
}

event_route[xhttp:request] {
  set_reply_close();
  set_reply_no_connect();
  if ($hdr(Upgrade) =~ "websocket" && $rm =~ "GET") {
    if (ws_handle_handshake()) exit;
  }
  xhttp_reply("404", "Not Found", "", "");
}
`;
}
