namespace JobMgmt.Runtime.Automation.Documents;

/// <summary>The types of parameters and outputs in schema 0.3. AWS's resource types (<c>AWS::EC2::Instance::Id</c>, <c>List&lt;…&gt;</c>) count as String and StringList.</summary>
internal enum ParameterType
{
    String,
    StringList,
    Integer,
    Boolean,
    StringMap,
    MapList,
}
