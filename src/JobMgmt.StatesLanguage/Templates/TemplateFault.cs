namespace JobMgmt.StatesLanguage.Templates;

/// <summary>One field of a payload template that cannot be read.</summary>
/// <param name="Pointer">Where the object that holds the field is, from the template's own root: empty, or <c>/a/b</c>, <c>/list/0</c>.</param>
/// <param name="Field">The field's name, with its <c>.$</c>.</param>
/// <param name="Message">AWS's sentence: <c>The value for the field 'v.$' must be a valid JSONPath or a valid intrinsic function call</c>.</param>
/// <param name="Detail">What exactly is wrong, in our words.</param>
public sealed record TemplateFault(string Pointer, string Field, string Message, string Detail);
