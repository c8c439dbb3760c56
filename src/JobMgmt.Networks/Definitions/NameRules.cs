namespace JobMgmt.Networks.Definitions;

/// <summary>Which names AWS takes. Networks and jobs may be named in any script; channels and prefixes become rule and role names, which are ASCII.</summary>
internal static class NameRules
{
    // An EventBridge rule name has 64 characters; the stack's prefix and the rule's own word need the rest.
    internal const int MaxChannelName = 32;

    internal static readonly string ChannelFix = $"Use 1 to {MaxChannelName} of the characters A-Z a-z 0-9 . _ -";

    // An IAM role name has 64 characters and carries the region as well.
    internal const int MaxPrefix = 16;

    private const int MaxStateName = 80;

    /// <summary>What no state machine's name may hold, beside white space and control characters.</summary>
    internal const string ForbiddenInMachineName = "<>{}[]?*\"#%\\^|~`$&,;:/";

    internal static bool IsMachineName(string name) =>
        name.Length > 0 && name.IndexOfAny(ForbiddenInMachineName.ToCharArray()) < 0 && !name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));

    internal static bool IsChannel(string name) => name.Length is > 0 and <= MaxChannelName && name.All(IsNameCharacter);

    internal static bool IsPrefix(string prefix) =>
        prefix.Length is > 0 and <= MaxPrefix && prefix.All(c => IsNameCharacter(c) && c != '.') && char.IsLetterOrDigit(prefix[0]);

    internal static bool IsStateName(string name) =>
        name.Length is > 0 and <= MaxStateName && !string.IsNullOrWhiteSpace(name) && !name.Any(char.IsControl);

    private static bool IsNameCharacter(char c) => c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '.' or '_' or '-';
}
