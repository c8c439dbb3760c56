namespace JobMgmt.Runtime.Commands;

/// <summary>A piece of a stream's output.</summary>
/// <param name="Messages">The log events.</param>
/// <param name="Offset">The bytes of the file that are taken now.</param>
/// <param name="IsLast">Whether nothing follows.</param>
internal sealed record OutputPiece(IReadOnlyList<string> Messages, long Offset, bool IsLast);
