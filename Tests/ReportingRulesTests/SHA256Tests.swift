import Reports
import Testing

/// The examples of FIPS 180-4 and of NIST's test vectors.
@Test(arguments: [
  ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
  ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  (
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
  ),
  (
    "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
    "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
  ),
])
func digestsAreThoseOfTheStandard(text: String, digest: String) {
  #expect(SHA256.hexadecimal(Array(text.utf8)) == digest)
}

@Test func aMillionLettersHaveTheStandardsDigest() {
  #expect(
    SHA256.hexadecimal([UInt8](repeating: 0x61, count: 1_000_000))
      == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
}

/// Every length around the border of a block, as `sha256sum` has them: the digest of all their digests.
@Test func paddingHoldsAtEveryLength() {
  let all = (0...130).map { SHA256.hexadecimal([UInt8](repeating: 0x7A, count: $0)) }.joined()
  #expect(SHA256.hexadecimal(Array(all.utf8)) == "afe25a2e7f87fe321655202f9a45c4cf7321fcbae8666292df9549d469d378c7")
}
